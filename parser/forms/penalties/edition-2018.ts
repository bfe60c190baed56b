import { defineForm } from '../schema.ts';
import {
  common,
  confiscation,
  detention,
  fine,
  kindsSum,
  other,
  rows,
  sums,
  suspensionOfBusiness,
  title,
  unitsSum,
  warning,
} from './shared.ts';

/** 行政处罚实施情况统计表 with the kinds of the Penalties Act before 2021. Ids and labels are the public data contract. */
export const penalties2018 = defineForm({
  id: 'penalties-2018',
  ...common,
  issuedAs: '依国办发〔2018〕118号，2018年样式',
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
            fine,
            confiscation,
            {
              id: 'permit_suspension',
              zh: '暂扣许可证、执照',
              en: 'suspension of a permit or licence',
              groups: ['行政处罚实施数量（宗）'],
              aliases: ['暂扣许可证执照', '暂扣许可证或执照'],
              type: 'count',
            },
            suspensionOfBusiness,
            {
              id: 'permit_revocation',
              zh: '吊销许可证、执照',
              en: 'revocation of a permit or licence',
              groups: ['行政处罚实施数量（宗）'],
              aliases: ['吊销许可证执照', '吊销许可证或执照'],
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
        'fine',
        'confiscation',
        'permit_suspension',
        'suspension_of_business',
        'permit_revocation',
        'detention',
        'other',
      ],
    },
    unitsSum,
  ],
});
