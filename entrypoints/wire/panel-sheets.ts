import charts from '../../components/charts/charts.css?inline';
import judging from '../../components/judging.css?inline';
import css from '../../components/panel.css?inline';
import views from '../../components/views.css?inline';

/** The style of the panel, which stands in a shadow root, on a page of a site and on the shelf. */
export const panelSheets = css + views + judging + charts;

/** The same for a page of ours, made by script, since the policy of such pages forbids a style element. */
export const adoptedSheet = (): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelSheets);
  return sheet;
};
