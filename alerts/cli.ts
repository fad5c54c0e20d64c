/**
 * `npm run alerts -- <command>`: what the provisioned rules would have fired, and mute timings from the ledger's calendar.
 * With DATABASE_URL it works on that database, otherwise on the embedded one of `npm run ledger`. Exit codes: 0 done,
 * 1 failed, 2 wrong usage.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { sentenceOf } from '../ledger/import/refusals';
import { openPostgres } from '../ledger/postgres/launcher';
import { type Day, dayIn } from '../src/workbook';
import { openLedger } from './askLedger';
import { calendarSentence, muteTimings } from './muteTimings';
import { languageOf, type MuteOptions, parseCommand, type PreviewOptions, Refusal } from './options';
import { preview } from './preview';
import { readRules } from './provisioned';
import { writePreview } from './writePreview';

const USAGE = {
  en: `Usage: npm run alerts -- <command>
It works on the database named by DATABASE_URL, or else on the embedded one of "npm run ledger".
  preview --from DAY --to DAY   what every provisioned rule would have fired from day to day, with what is known today
      --rules FOLDER            rules-*.yaml to try (default: provisioning/alerting)
      --jurisdiction UNIT       as a data source of this unit would see it (default: *, the whole ledger)
  mute-timings                  write provisioning/alerting/mute-timings.yaml from the ledger's calendar
      --hours 08:00-20:00       office hours
      --year YEAR               first year (default: this one)
      --file FILE               another file; - for standard output
  --language LANG               zh-Hans or en-US
`,
  zh: `用法：npm run alerts -- <命令>
连接 DATABASE_URL 所指的数据库；未设置时连接 “npm run ledger” 的内置数据库。
  preview --from 日期 --to 日期   逐日预演各条告警规则（按今天已知的数据）
      --rules 文件夹              待试的 rules-*.yaml（默认 provisioning/alerting）
      --jurisdiction 单位         按该单位辖区的数据源预演（默认 *，全部台账）
  mute-timings                    按台账日历写出 provisioning/alerting/mute-timings.yaml
      --hours 08:00-20:00         办公时间
      --year 年份                 起始年份（默认今年）
      --file 文件                 写到其他文件；- 为标准输出
  --language 语言                 zh-Hans 或 en-US
`,
};

const out = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const postgres = await openPostgres({ name: 'ledger' });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}

/** Says how far it is every ten seconds, where somebody waits. */
function progress(chinese: boolean) {
  let last = Date.now();
  return (done: number, days: number) => {
    if (Date.now() - last > 10_000 && done < days) {
      last = Date.now();
      complain(chinese ? `已预演 ${done} / ${days} 天。` : `${done} of ${days} days previewed.`);
    }
  };
}

const runPreview = (options: PreviewOptions, language: 'zh-Hans' | 'en-US') => {
  const rules = readRules(options.rules);
  return withDatabase(async (url) => {
    const ledger = await openLedger(url, language, options.jurisdiction);
    try {
      const previewed = await preview(ledger, rules, options, progress(language === 'zh-Hans'));
      writePreview(previewed, options, language).forEach(out);
    } finally {
      await ledger.close();
    }
  });
};

const runMuteTimings = (options: MuteOptions, chinese: boolean) =>
  withDatabase(async (url) => {
    const { calendar, timeZone } = await readCalendar(url);
    const text = muteTimings({ ...options, calendar, timeZone });
    if (options.file === '-') {
      process.stdout.write(text);
      return;
    }
    fs.mkdirSync(path.dirname(options.file), { recursive: true });
    fs.writeFileSync(options.file, text);
    const { zh, en } = calendarSentence(calendar, dayIn(timeZone, new Date()));
    out(chinese ? `静默时段已写入 ${options.file}：${zh}` : `The mute timings are in ${options.file}: ${en}`);
  });

async function readCalendar(url: string): Promise<{ calendar: Map<Day, boolean>; timeZone: string }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT to_regclass('ledger.calendar_day') IS NOT NULL AS there");
    if (!rows[0].there) {
      throw new Refusal(
        {
          zh: '该数据库中没有台账：请先运行 npm run ledger -- migrate，或更正 DATABASE_URL。',
          en: 'That database holds no ledger: run "npm run ledger -- migrate" first, or correct DATABASE_URL.',
        },
        1
      );
    }
    const days = await client.query<{ day: Day; working: boolean }>(
      'SELECT day::text, working FROM ledger.calendar_day ORDER BY day'
    );
    const zone = await client.query<{ zone: string }>('SELECT monitor.time_zone() AS zone');
    return { calendar: new Map(days.rows.map(({ day, working }) => [day, working])), timeZone: zone.rows[0].zone };
  } finally {
    await client.end();
  }
}

async function main(args: string[]) {
  const command = parseCommand(args, process.env, new Date().getFullYear());
  const chinese = command.language === 'zh-Hans';
  switch (command.name) {
    case 'help':
      process.stdout.write(chinese ? USAGE.zh : USAGE.en);
      return;
    case 'preview':
      return runPreview(command.options, command.language);
    case 'mute-timings':
      return runMuteTimings(command.options, chinese);
  }
}

// A reader that stops early, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const args = process.argv.slice(2);
main(args).catch((error: Error) => {
  const chinese = languageOf(args, process.env) === 'zh-Hans';
  const said = error instanceof Refusal ? error.said : sentenceOf(error);
  complain(said ? (chinese ? said.zh : said.en) : error.message);
  process.exitCode = error instanceof Refusal ? error.exitCode : 1;
});
