/** The public entry `gouji/dom`: a page that is open in a browser. Its types need those of the DOM. */
export { type LiveReading, readDom } from './source/html/dom.ts';
