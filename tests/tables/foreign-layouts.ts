import { type Layout, layout } from './invented.ts';

/** Layouts of what offices of statistics publish in English; the figures are invented. */
export const foreignLayouts: readonly Layout[] = [
  layout(
    'states in regions, set in',
    `Area | 2010 | 2020
    United States | v2+5 | v2+5
    ·Northeast | v3+4 | v3+4
    ··Maine | ? | ?
    ··Vermont | ? | ?
    ·South | v6+7+8 | v6+7+8
    ··Texas | ? | ?
    ··Georgia | ? | ?
    ··Florida | ? | ?`,
  ),
  layout(
    'all persons last',
    `Age band | Male | Female | All persons
    0 to 17 | ? | ? | h1+2
    18 to 64 | ? | ? | h1+2
    65 to 84 | ? | ? | h1+2
    85 and over | ? | ? | h1+2
    All ages | v1+2+3+4 | v1+2+3+4 | h1+2&v1+2+3+4`,
  ),
  layout(
    'both sexes, then each',
    `Sex and age | 2019 | 2020 | 2021
    Both sexes | v2+3+4&v5+9 | v2+3+4&v5+9 | v2+3+4&v5+9
    ··0 to 14 years | v6+10 | v6+10 | v6+10
    ··15 to 64 years | v7+11 | v7+11 | v7+11
    ··65 years and over | v8+12 | v8+12 | v8+12
    Males | v6+7+8 | v6+7+8 | v6+7+8
    ··0 to 14 years | ? | ? | ?
    ··15 to 64 years | ? | ? | ?
    ··65 years and over | ? | ? | ?
    Females | v10+11+12 | v10+11+12 | v10+11+12
    ··0 to 14 years | ? | ? | ?
    ··15 to 64 years | ? | ? | ?
    ··65 years and over | ? | ? | ?`,
  ),
  layout(
    'receipts, outlays and what is left',
    `Item | 2021 | 2022 | 2023
    Individual income taxes | ?1 | ?1 | ?1
    Corporation income taxes | ?1 | ?1 | ?1
    Other receipts | ?1 | ?1 | ?1
    Total receipts | v1+2+3 | v1+2+3 | v1+2+3
    Defense | ?1 | ?1 | ?1
    Social security | ?1 | ?1 | ?1
    Other outlays | ?1 | ?1 | ?1
    Total outlays | v5+6+7 | v5+6+7 | v5+6+7
    Surplus or deficit (-) | v4-8 | v4-8 | v4-8`,
  ),
  layout(
    'exports, imports, balance',
    `Commodity | Exports | Imports | Balance
    Food | ? | ? | h1-2
    Materials | ? | ? | h1-2
    Capital goods | ? | ? | h1-2
    Vehicles | ? | ? | h1-2
    Total | v1+2+3+4 | v1+2+3+4 | h1-2&v1+2+3+4`,
  ),
  layout(
    'housing, occupied and vacant',
    `County | Total housing units | Occupied | Owner occupied | Renter occupied | Vacant | Vacancy rate
    Adams | h2+5 | h3+4 | ? | ? | ? | 8.1
    Baker | h2+5 | h3+4 | ? | ? | ? | 11.4
    Clark | h2+5 | h3+4 | ? | ? | ? | 6.0
    Douglas | h2+5 | h3+4 | ? | ? | ? | 9.7`,
  ),
  layout(
    'crimes and rates of them',
    `Year | Violent crime | Violent crime rate | Murder | Rape | Robbery | Assault
    2018 | h3+4+5+6 | 368.9 | ? | ? | ? | ?
    2019 | h3+4+5+6 | 366.7 | ? | ? | ? | ?
    2020 | h3+4+5+6 | 387.8 | ? | ? | ? | ?
    2021 | h3+4+5+6 | 395.7 | ? | ? | ? | ?
    2022 | h3+4+5+6 | 380.7 | ? | ? | ? | ?`,
  ),
  layout(
    'votes and percent of votes',
    `Candidate | Votes | Percent | Votes before | Percent before
    North | ? | 41.2 | ? | 39.8
    South | ? | 35.0 | ? | 37.1
    Independent | ? | 23.8 | ? | 23.1
    Valid votes | v1+2+3 | 100.0&v1+2+3 | v1+2+3 | 100.0&v1+2+3
    Invalid votes | ?s | - | ?s | -
    Total votes cast | v4+5 | - | v4+5 | -`,
  ),
  layout(
    'waste by what becomes of it',
    `Year | Recycled | Composted | Incinerated | Landfilled | Total
    2017 | ?1 | ?1 | ?1 | ?1 | h1+2+3+4
    2018 | ?1 | ?1 | ?1 | ?1 | h1+2+3+4
    2019 | ?1 | ?1 | ?1 | ?1 | h1+2+3+4
    2020 | ?1 | ?1 | ?1 | ?1 | h1+2+3+4`,
  ),
  layout(
    'rain of months and of the year',
    `Station | Jan | Feb | Mar | Apr | May | Jun | Annual
    Airport | 80.1 | 62.4 | 71.0 | 58.3 | 40.2 | 33.7 | h1+2+3+4+5+6
    Harbour | 91.6 | 70.9 | 66.2 | 49.8 | 51.5 | 28.1 | h1+2+3+4+5+6
    Hill | 120.4 | 98.8 | 103.7 | 85.0 | 66.9 | 52.3 | h1+2+3+4+5+6`,
  ),
  layout(
    'medals',
    `Rank | Country | Gold | Silver | Bronze | Total
    1 | Northland | 14 | 10 | 9 | h2+3+4
    2 | Southland | 11 | 12 | 8 | h2+3+4
    3 | Westland | 9 | 6 | 13 | h2+3+4
    4 | Eastland | 7 | 8 | 5 | h2+3+4
    5 | Midland | 4 | 9 | 10 | h2+3+4`,
  ),
  layout(
    'too small to say: played, won, drawn, lost',
    `Team | Played | Won | Drawn | Lost | Points
    Reds | 38 | 19 | 8 | 11 | 65
    Blues | 38 | 22 | 5 | 11 | 71
    Greens | 38 | 14 | 12 | 12 | 54
    Whites | 38 | 9 | 10 | 19 | 37`,
  ),
  layout(
    'quarters and the year, two years',
    `Activity | Q1 2022 | Q2 2022 | Q3 2022 | Q4 2022 | Year 2022 | Q1 2023 | Q2 2023 | Q3 2023 | Q4 2023 | Year 2023
    Fishing | ?1 | ?1 | ?1 | ?1 | h1+2+3+4 | ?1 | ?1 | ?1 | ?1 | h6+7+8+9
    Mining | ?1 | ?1 | ?1 | ?1 | h1+2+3+4 | ?1 | ?1 | ?1 | ?1 | h6+7+8+9
    Trade | ?1 | ?1 | ?1 | ?1 | h1+2+3+4 | ?1 | ?1 | ?1 | ?1 | h6+7+8+9
    All activities | v1+2+3 | v1+2+3 | v1+2+3 | v1+2+3 | h1+2+3+4&v1+2+3 | v1+2+3 | v1+2+3 | v1+2+3 | v1+2+3 | h6+7+8+9&v1+2+3`,
  ),
  layout(
    'hundred percent across',
    `Region | Very good | Good | Fair | Poor | Total
    North | 21.3 | 40.2 | 28.1 | 10.4 | 100.0&h1+2+3+4
    South | 18.7 | 44.0 | 25.9 | 11.4 | 100.0&h1+2+3+4
    East | 30.5 | 35.5 | 20.0 | 14.0 | 100.0&h1+2+3+4`,
  ),
  layout(
    'the labour force',
    `Month | Population | Labour force | Employed | Unemployed | Not in labour force | Unemployment rate
    January | h2+5 | h3+4 | ? | ?s | ? | 5.1
    February | h2+5 | h3+4 | ? | ?s | ? | 5.3
    March | h2+5 | h3+4 | ? | ?s | ? | 4.9
    April | h2+5 | h3+4 | ? | ?s | ? | 4.8`,
  ),
  layout(
    'of which, not all named',
    `Country | Imports | of which: fuel | of which: machinery
    Alpha | 9021 | 310 | 402
    Beta | 8710 | 288 | 376
    Gamma | 7044 | 240 | 301
    Total | v1+2+3 | v1+2+3 | v1+2+3`,
  ),
  layout(
    'codes of two digits that begin with a zero',
    `State | ANSI code | 2010 | 2020
    United States | 00 | v2+3+4 | v2+3+4
    Alabama | 01 | ? | ?
    Alaska | 02 | ? | ?
    Arizona | 04 | ? | ?`,
  ),
];
