/** What the tables of the forms print and other pages seldom do. Written from `parser/forms` by `npm run signs`. */

// biome-ignore format: one wording a line
export const wordings =
  /尚\s*未\s*[审審]\s*[结結]|勾\s*稽\s*[关關]|第\s*二\s*十\s*[条條]\s*第|[转轉]\s*下\s*年\s*度|本\s*年\s*新\s*收\s*政\s*府\s*信\s*息|公\s*[开開]\s*申\s*[请請]\s*[数數]\s*量|[历歷]\s*年\s*累\s*[计計]|吊\s*销\s*[许許]\s*可\s*[证證]/;

/** Of each wording the character that is rarest on other pages. */
export const characters = '尚勾十转轉收量累吊';
