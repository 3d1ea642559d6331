import { readFileSync } from 'node:fs';
import { findChromium, openBrowser } from './tests/support/browser.ts';
import { renderDialog, renderMessage, renderUpdate } from './src/platforms/teams/render.ts';
import { wording } from './tests/support/scene.ts';
import { saidOnAWalk } from './tests/platforms/teams/said.ts';
const lang = (process.argv[2] ?? 'fr') as 'fr';
const said = saidOnAWalk(lang, 'insertion');
const words = wording[lang];
const kinds = new Set<string>();
const cards: [string, unknown][] = [];
const add = (name: string, m: any) => renderMessage(m, { nonce: 'n', words }).forEach(({ card }, i) => cards.push([`${name}${i || ''}`, card]));
for (const m of said) if (!kinds.has(m.kind)) { kinds.add(m.kind); add(m.kind, m); }
const q = said.filter(m => m.kind === 'question');
add('question-choices', q.find(m => m.actions.filter(a => a.id === 'choose').length > 1));
add('question-most', q.toSorted((a, b) => b.actions.length - a.actions.length)[0]);
const late = q.filter(m => m.blocks.some(b => b.type === 'quote')); add('question-decided', late[0]); add('question-differ', late.find(m => m.blocks.filter(b => b.type === 'quote').length > 1) ?? late[1]);
add('question-list', q.find(m => m.blocks.some(b => b.type === 'list')));
const progress = said.filter(m => m.kind === 'progress'); add('progress-late', progress.at(-1));
const forms = new Set<string>();
for (const m of said) for (const f of m.forms) { const key = f.action + f.fields.map(x => x.kind).join('-'); if (forms.has(key)) continue; forms.add(key); cards.push(['dialog-' + key, renderDialog(f, lang, { n: 'n' }, { words }).card]);
 if (forms.size % 4 === 1) cards.push(['refused-' + key, renderDialog(f, lang, { n: 'n' }, { words, typed: {}, errors: Object.fromEntries(f.fields.map(x => [x.id, words('misread.no-date')])) }).card]); }
const js = readFileSync('node_modules/adaptivecards/dist/adaptivecards.min.js', 'utf8');
const css = readFileSync('node_modules/adaptivecards/dist/adaptivecards.css', 'utf8');
const browser = await openBrowser(findChromium()!);
const host = { fontFamily: 'Segoe UI, Noto Sans, sans-serif', supportsInteractivity: true, actions: { maxActions: 6, actionAlignment: 'left', actionsOrientation: 'horizontal', buttonSpacing: 8, spacing: 'default' }, spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 12 },
 containerStyles: { default: { backgroundColor: '#ffffff', foregroundColors: { default: { default: '#242424', subtle: '#616161' }, accent: { default: '#4f52b2', subtle: '#4f52b2' }, attention: { default: '#a4262c', subtle: '#a4262c' } } }, emphasis: { backgroundColor: '#f0f0f0', foregroundColors: { default: { default: '#242424', subtle: '#616161' } } }, accent: { backgroundColor: '#7f85f5', foregroundColors: { default: { default: '#242424', subtle: '#616161' } } }, attention: { backgroundColor: '#fdf3f4', foregroundColors: { default: { default: '#a4262c', subtle: '#a4262c' } } } },
 fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 26 }, textStyles: {}, inputs: { label: { requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' }, optionalInputs: { weight: 'bolder' } }, errorMessage: { color: 'attention' } } };
for (const [device, width] of [['phone', 360], ['desktop', 700]] as const) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.setContent(`<style>${css} body{background:#f5f5f5;font:14px 'Segoe UI','Noto Sans',sans-serif;margin:8px} .card{background:#fff;border:1px solid #ddd;border-radius:4px;margin:0 0 4px} h6{margin:10px 0 2px;font-size:11px;color:#888} .ac-pushButton{border:1px solid #d1d1d1;background:#fff;border-radius:4px;padding:5px 12px;font:600 14px 'Segoe UI','Noto Sans',sans-serif;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap} .style-positive{background:#5b5fc7;color:#fff} .style-destructive{color:#a4262c} .ac-input{font:14px 'Segoe UI','Noto Sans'} .ac-textInput,.ac-dateInput{width:100%;box-sizing:border-box;padding:6px;border:1px solid #ccc} textarea{min-height:80px}</style><div id=all></div>`);
  await page.addScriptTag({ content: js });
  const clipped = await page.evaluate(({ cards, host }) => {
    const AC = (window as any).AdaptiveCards; const out: string[] = [];
    for (const [name, json] of cards) { const c = new AC.AdaptiveCard(); c.hostConfig = new AC.HostConfig(host); c.parse(json); const h = document.createElement('h6'); h.textContent = name; const d = document.createElement('div'); d.className = 'card'; d.id = name; d.appendChild(c.render()); document.getElementById('all')!.append(h, d);
      for (const b of d.querySelectorAll('button')) if (b.scrollWidth > b.clientWidth + 1) out.push(`${name}: ${b.textContent}`); }
    return out;
  }, { cards, host } as any);
  console.log(device, 'clipped:', clipped);
  const height = await page.evaluate(() => document.body.scrollHeight);
  const step = 2400; for (let y = 0, i = 1; y < height; y += step, i++) await page.screenshot({ path: `/work/brief/shots-teams/${lang}-${device}-${i}.png`, clip: { x: 0, y, width, height: Math.min(step, height - y) }, fullPage: true });
  console.log(height);
}
await browser.close();
