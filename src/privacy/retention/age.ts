/** The instant so many months earlier; the last day of a shorter month stands for one it has not. */
export function monthsBefore(at: Date, months: number): Date {
  const then = new Date(at)
  then.setUTCMonth(at.getUTCMonth() - months)
  if (then.getUTCDate() !== at.getUTCDate()) then.setUTCDate(0)
  return then
}
