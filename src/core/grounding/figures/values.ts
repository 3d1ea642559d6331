export const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
/** Whether two figures may be the same number. */
export const shares = (a: readonly number[], b: readonly number[]): boolean =>
  a.some((value) => b.some((other) => near(value, other)));
