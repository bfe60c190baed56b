/**
 * Order-preserving alignment of printed labels with the labels of a form (Needleman and Wunsch 1970): the pairing with the
 * greatest sum of likeness, in which no two pairs cross. Unlike pairs, below `least`, are never made.
 *
 * @returns for each printed item the index of its partner, or null.
 */
export const align = (
  printed: number,
  official: number,
  likeness: (printed: number, official: number) => number,
  least: number,
): (number | null)[] => {
  const width = official + 1;
  const best = new Float64Array((printed + 1) * width);
  const scores = new Float64Array(printed * official);
  for (let i = printed - 1; i >= 0; i--) {
    for (let j = official - 1; j >= 0; j--) {
      const score = likeness(i, j);
      scores[i * official + j] = score;
      const paired = score >= least ? score + (best[(i + 1) * width + j + 1] ?? 0) : -1;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  const partners: (number | null)[] = new Array(printed).fill(null);
  let i = 0;
  let j = 0;
  while (i < printed && j < official) {
    const score = scores[i * official + j] ?? 0;
    const here = best[i * width + j] ?? 0;
    if (score >= least && here === score + (best[(i + 1) * width + j + 1] ?? 0)) {
      partners[i++] = j++;
    } else if (here === (best[(i + 1) * width + j] ?? 0)) i++;
    else j++;
  }
  return partners;
};
