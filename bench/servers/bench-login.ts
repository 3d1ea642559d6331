import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';

/** The SDK's own credentials and its cache of tokens, without the way to Microsoft's login, which a benchmark does not measure. */
class BenchCredentials extends AppCredentials {
  protected override refreshToken() {
    return Promise.resolve({ accessToken: 'a-token', expiresOn: new Date(Date.now() + 3_600_000) } as never);
  }
}

export class BenchLogin extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  constructor(appId: string) {
    super();
    this.#appId = appId;
  }
  override isValidAppId = (id: string): Promise<boolean> => Promise.resolve(id === this.#appId);
  override isAuthenticationDisabled = (): Promise<boolean> => Promise.resolve(false);
  override createCredentials = () => Promise.resolve(new BenchCredentials(this.#appId, 'bench') as never);
}
