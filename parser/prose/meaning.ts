/** What a sentence is about. `other` is anything that the three tables do not count as an application, a review or a lawsuit. */
export type Topic = 'requests' | 'review' | 'litigation' | 'disputes' | 'other';

/** What is said of it. Row groups are named by their ids on the form, a whole group by its prefix. */
export type Predicate =
  | 'new'
  /** All that came in, this year's and last year's: 共计. */
  | 'all'
  | 'intake'
  | 'handled'
  | 'processed'
  | 'answered'
  | 'carriedOver'
  | 'carriedForward'
  | 'carried';

export type Meaning =
  | { is: 'topic'; topic: Topic }
  /** 政府信息公开 by itself: ties a review to this report's matter. */
  | { is: 'link' }
  /** 依申请公开工作: the field of work, which sets the topic but is not what is counted. */
  | { is: 'field' }
  /** `loose`: wording close to that cell only. */
  | { is: 'predicate'; predicate: Predicate; loose?: true }
  /** 顺延, 转入: carried over or forward, where a year stands beside it. */
  | { is: 'carrying' }
  /** An outcome; ends in `*` where it is a heading over several rows. `loose`: an older wording, close to that row only. */
  | { is: 'row'; row: string; loose?: true }
  /** `some`: the word is for some of what the column counts. */
  | { is: 'column'; column: string; loose?: true; some?: true }
  | { is: 'route'; route: string; loose?: true }
  /** `loose`: it names applicants only where they are told from one another. */
  | { is: 'applicant'; column: string; loose?: true }
  /** `region`: 全区, 我县, its last character being the level; `own`: 我局; `part`: 区本级; `unsure`: 县政府. */
  | { is: 'body'; body: 'own' | 'region' | 'part' | 'unsure' }
  /** `named`: 全年, the whole of the year that is spoken of. */
  | { is: 'period'; period: 'this' | 'other' | 'named' }
  | { is: 'within' }
  /** 主要集中在: what it was about follows. */
  | { is: 'matters' }
  | { is: 'including' }
  | { is: 'compare' }
  | { is: 'rest' }
  /** 同一申请人: some of them. */
  | { is: 'some' }
  | { is: 'each' }
  | { is: 'sum' }
  | { is: 'negation' }
  | { is: 'cause' }
  | { is: 'and' }
  | { is: 'neutral' };
