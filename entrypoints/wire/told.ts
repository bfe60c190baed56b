import type { Told } from '../../parser/findings/finding.ts';
import type { PageReading } from './reading.ts';

/** The reports of a reading, each with all that is said of it. */
export const toldIn = ({ extractions, findings, around, tables }: PageReading): Told[] =>
  extractions.map((extraction, report) => ({
    extraction,
    statements: findings?.[report] ?? [],
    history: around?.[report]?.history ?? [],
    ...(tables === undefined ? {} : { tables }),
  }));
