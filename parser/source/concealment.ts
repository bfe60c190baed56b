/** Words of a report's tables. */
const ofReport =
  /尚\s*未\s*[审審]\s*[结結]|勾\s*稽\s*[关關]|第\s*二\s*十\s*[条條]\s*第|本\s*年\s*新\s*收\s*政\s*府\s*信\s*息/;

/** What stands in elements that are not shown. */
export class Concealment {
  /** Depth below an element that is not shown; 0 outside one. */
  #depth = 0;
  /** Tables below it that are open, and what the outermost of them holds. */
  #open = 0;
  #text = '';
  /** How many of those tables held words of a report. */
  reports = 0;

  get isOpen(): boolean {
    return this.#depth > 0;
  }

  open(table: boolean): void {
    this.#depth++;
    if (table && this.#open++ === 0) this.#text = '';
  }

  text(data: string): void {
    if (this.#open > 0) this.#text += data;
  }

  close(table: boolean): void {
    this.#depth--;
    if (table && this.#open > 0 && --this.#open === 0 && ofReport.test(this.#text)) this.reports++;
  }
}
