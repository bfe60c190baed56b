/** Fonts whose letters and digits are drawn as pictures or as bars, by their names. */
export const pictureFont =
  /\b(?:wingdings|webdings|marlett|zapf ?dingbats|opensymbol|mt extra|barcode|code ?128|code ?39|ean-?13|3 of 9)/i;
