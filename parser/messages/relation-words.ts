import type { Diagnosis } from '../extraction.ts';
import type { LineReading, RelationReading } from '../tabulation.ts';

/** What is said of the equations found in a table that follows no known form: what they are, why they are believed, what fails. */
export type RelationWords = {
  /** `合计 = 上面 4 行之和`. */
  equation: (relation: RelationReading) => string;
  /** Why it is believed: what suggests it, and on how many lines it holds: `有“合计”字样；6 列中 5 列成立`. */
  why: (relation: RelationReading) => string;
  /** What a line that fails prints and what its parts come to: `“决算数”列：合计印为 12，各项之和为 13（差 −1）`. */
  failing: (relation: RelationReading, line: LineReading) => string;
  /** A line that holds: `“决算数”列：合计 12`. */
  holding: (relation: RelationReading, line: LineReading) => string;
  /** A line of which nobody can say whether it holds, and why. */
  undecided: (relation: RelationReading, line: LineReading) => string;
  /** The likeliest mends, worded as possible only; null where none was found. */
  mend: (diagnosis: Diagnosis) => string | null;
  /** `表 3 收入决算表（万元）`. */
  title: string;
  /** `14 处合计：13 处成立，其中 2 处在四舍五入之内；1 处不成立`. */
  tally: string;
};

/** More possible mends than this are counted, and not told. */
export const mostMends = 3;

/** Why nobody can say whether a line holds. */
export type Undecided = Exclude<LineReading['reason'], undefined>;
