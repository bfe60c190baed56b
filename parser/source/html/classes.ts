/** What the names of classes say of a page whose style sheets are not at hand. */

/** Classes by which the usual frameworks hide text on a wide screen. */
const hiding: ReadonlySet<string> = new Set(
  (
    'sr-only sr-only-focusable visuallyhidden visually-hidden screen-reader-text show-for-sr assistive-text offscreen off-screen element-invisible ' +
    'ui-helper-hidden ui-helper-hidden-accessible hidden is-hidden u-hidden x-hidden uk-hidden el-hidden mui-hidden weui-hidden a11y-hidden ' +
    'cdk-visually-hidden hide layui-hide ng-hide am-hide v-hide ui-hide invisible opacity-0 text-transparent d-none hidden-lg hidden-xl'
  ).split(' '),
);
const hidingOnWide =
  /^(?:(?:sm|md|lg|xl):(?:hidden|invisible)|d-(?:sm|md|lg|xl)-none|visible-(?:xs|sm|print)|hidden-(?:xs|sm|md)-up)/;

/** Does one of the classes hide text in pages whose sheets say so? Where the page itself says something of it, that counts. */
export const mayHide = (classes: string): boolean =>
  classes
    .toLowerCase()
    .split(/\s+/)
    .some((one) => hiding.has(one) || hidingOnWide.test(one));

/** A class that may stand for a digit which a style or a font draws: num-9, n9. */
export const digitClass =
  /(?:^|[\s_-])(?:[a-z]{0,8}(?:num|number|digit|icon|sprite|figure)[a-z]{0,4}|[nd])[-_]?\d(?=\s|$)/i;
