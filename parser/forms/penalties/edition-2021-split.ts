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

/** 行政处罚实施情况统计表 as of 2021, with 责令关闭 and 限制从业 apart. Ids and labels are the public data contract. */
export const penalties2021Split = defineForm({
  id: 'penalties-2021-split',
  ...common,
  issuedAs: '依国办发〔2018〕118号，2021年分列样式',
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
              id: 'closure',
              zh: '责令关闭',
              en: 'order to close',
              groups: ['行政处罚实施数量（宗）'],
              type: 'count',
            },
            {
              id: 'ban',
              zh: '限制从业',
              en: 'ban from the trade',
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
        'closure',
        'ban',
        'detention',
        'other',
      ],
    },
    unitsSum,
  ],
});
