/** Something the door does not accept. The phrase `page.refused.<why>` says it in the person's language. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly why: string;
  readonly values: Record<string, string | number>;

  constructor(status: number, why: string, values: Record<string, string | number> = {}) {
    super(why);
    this.status = status;
    this.why = why;
    this.values = values;
  }
}
