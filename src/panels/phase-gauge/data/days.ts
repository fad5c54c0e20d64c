/** Calendar days as `YYYY-MM-DD`: what every date of the panel is, so that no time zone can move one. */

const DAY_MS = 86_400_000;
const LEADING_DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;

/**
 * The calendar day of a frame's value: epoch milliseconds (read in UTC, as the data source sends dates), a Date, or
 * text that begins with year, month and day. Null for anything else, and for days that do not exist.
 */
export function toDay(value: unknown): string | null {
  if (value instanceof Date || typeof value === 'number') {
    return dayOfTime(Number(value));
  }
  const parts = typeof value === 'string' ? LEADING_DAY.exec(value.trim()) : null;
  if (!parts) {
    return null;
  }
  const day = `${parts[1]}-${parts[2].padStart(2, '0')}-${parts[3].padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

const dayOfTime = remembered((time: number) =>
  Number.isFinite(time) && Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().slice(0, 10) : null
);

/** Days since 1970 of a day as `YYYY-MM-DD`. */
const numberOfDay = remembered((day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS));

/** Days from `from` to `to`, negative when `to` is earlier; null where one is not known. */
export const daysBetween = (from: string | null, to: string | null): number | null =>
  from === null || to === null ? null : numberOfDay(to) - numberOfDay(from);

/** The same few thousand days come again with every drawing, and reading or writing one takes long. */
function remembered<From, To>(make: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    if (!known.has(from)) {
      if (known.size >= 20_000) {
        known.clear();
      }
      known.set(from, make(from));
    }
    return known.get(from)!;
  };
}
