/** White space may stand after a sign, before a unit and before a note, but not between digits: there the one blank is kept. */
export const withoutLooseSpaces = (text: string): string => text.replace(/(?<![\d.,]) | (?![\d.,])/g, '');
