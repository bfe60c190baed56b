/** Times as people read them, in the zone of the machine, the same in both languages. */

const two = (number: number): string => String(number).padStart(2, '0');

/** `2026-03-01` */
export const dayOf = (iso: string): string => {
  const time = new Date(iso);
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
};

/** `2026-03-01 09:05` */
export const minuteOf = (iso: string): string => {
  const time = new Date(iso);
  return `${dayOf(iso)} ${two(time.getHours())}:${two(time.getMinutes())}`;
};
