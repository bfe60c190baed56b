import charts from '../../components/charts/charts.css?inline';
import judging from '../../components/judging.css?inline';
import css from '../../components/panel.css?inline';
import views from '../../components/views.css?inline';

/** The style of the panel, which stands in a shadow root, on a page of a site and on the shelf. */
export const panelSheets = css + views + judging + charts;
