/** The result of `work`, or a rejection when it takes longer than `ms`. The work itself goes on. */
export async function inTime<Result>(work: Promise<Result>, ms: number, late: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(late)), Math.max(0, ms));
  });
  try {
    return await Promise.race([work, waited]);
  } finally {
    clearTimeout(timer);
  }
}
