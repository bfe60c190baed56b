type Props = {
  summary: string;
  caption: string;
  heads: readonly string[];
  /** The first cell of a row is its heading. */
  rows: readonly (readonly string[])[];
};

/** The numbers of a chart, folded: for those who do not see it, and for those who want to know exactly. */
export const ChartTable = ({ summary, caption, heads, rows }: Props) => (
  <details class="chart-table">
    <summary>
      {summary}
      <span class="unseen">{` · ${caption}`}</span>
    </summary>
    <div class="across">
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);
