/**
 * Comes before everything of Mastra, which reads these when it is loaded: it reports nothing to its makers, and looks for no lists of models
 * on the network.
 */
process.env['MASTRA_TELEMETRY_DISABLED'] = '1';
process.env['MASTRA_OFFLINE'] = '1';
process.env['MASTRA_AUTO_REFRESH_PROVIDERS'] = 'false';
