import type { Extraction } from '../extraction.ts';
import { sum } from '../text/decimal.ts';

/**
 * The figures people look at first, all from the column 总计.
 * null: not printed as a number (a blank is not a zero) or not read.
 */
export type KeyFigures = {
  /** 一、本年新收 */
  received: number | null;
  /** 二、上年结转 */
  carriedOver: number | null;
  /** 三（七）总计 */
  processed: number | null;
  /** 三（一）予以公开 */
  granted: number | null;
  /** 四、结转下年度继续办理 */
  carriedForward: number | null;
  /** 行政复议, all outcomes */
  reviews: number | null;
  /** 行政诉讼, all outcomes of both routes; null unless both totals are printed */
  lawsuits: number | null;
};

/** Picks the key figures out of an extraction. They are the numbers printed, never recomputed ones. */
export const keyFigures = (extraction: Extraction): KeyFigures => {
  const value = (ref: string): number | null =>
    extraction.facts.find((fact) => fact.ref === ref)?.value ?? null;
  const direct = value('review_litigation.litigation_direct.total');
  const afterReview = value('review_litigation.litigation_after_reconsideration.total');
  return {
    received: value('requests.received_new.total'),
    carriedOver: value('requests.carried_over.total'),
    processed: value('requests.total_processed.total'),
    granted: value('requests.granted.total'),
    carriedForward: value('requests.carried_forward.total'),
    reviews: value('review_litigation.reconsideration.total'),
    lawsuits: direct === null || afterReview === null ? null : sum([direct, afterReview]),
  };
};
