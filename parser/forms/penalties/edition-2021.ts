import { defineForm } from '../schema.ts';
import {
  common,
  confiscation,
  detention,
  fine,
  kindsSum,
  other,
  rows,
  since2021,
  sums,
  suspensionOfBusiness,
  title,
  unitsSum,
  warning,
} from './shared.ts';

/** 行政处罚实施情况统计表 with the twelve kinds of the Penalties Act of 2021. Ids and labels are the public data contract. */
export const penalties2021 = defineForm({
  id: 'penalties-2021',
  ...common,
  issuedAs: '依国办发〔2018〕118号，2021年样式',
  tables: [
    {
      id: 'penalties',
      title,
      en: 'penalties',
      bands: [
        {
          title: null,
          columns: [
            warning,
            since2021.criticism,
            fine,
            confiscation,
            since2021.permitSuspension,
            since2021.downgrade,
            since2021.permitRevocation,
            since2021.restriction,
            suspensionOfBusiness,
            {
              id: 'closure_or_ban',
              zh: '责令关闭、限制从业',
              en: 'order to close, or ban from the trade',
              groups: ['行政处罚实施数量（宗）'],
              type: 'count',
            },
            detention,
            other,
            ...sums,
          ],
          rows,
        },
      ],
    },
  ],
  identities: [
    {
      ...kindsSum,
      left: [
        'warning',
        'criticism',
        'fine',
        'confiscation',
        'permit_suspension',
        'downgrade',
        'permit_revocation',
        'restriction_of_operation',
        'suspension_of_business',
        'closure_or_ban',
        'detention',
        'other',
      ],
    },
    unitsSum,
  ],
});
