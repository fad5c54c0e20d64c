/** Turns what the database refused into one sentence. */
import { say, type Sentence } from '../../src/workbook';

/** What a constraint means to the person who filled the workbook; most are caught by the checks before. */
const CONSTRAINTS: Record<string, Sentence> = {
  org_unit_is_a_tree: say(
    '有单位成了自己的上级：请改正环中一个单位的上级。',
    'A unit would be above itself: give one unit of the loop another parent.'
  ),
  policy_has_one_lead: say(
    '一项政策只能有一个牵头部门：请改正。',
    'A policy has one lead department only: correct it.'
  ),
  changed_target_gives_its_reason: say(
    '修改目标须写明原因：请补填。',
    'A changed target gives its reason: fill it in.'
  ),
  value_is_within_the_natural_limit: say(
    '有数值超出指标可能的范围：请更正数值，或更正该指标的自然极限。',
    'A value cannot exist for its indicator: correct it, or the natural limit of the indicator.'
  ),
  task_step_fkey: say(
    '任务所属的流程环节不存在：请先登记流程。',
    'A task names a step that its policy lacks: add the step first.'
  ),
};

const CODES: Record<string, Sentence> = {
  '42501': say(
    '此登录无权写入台账：请授予 ledger_writer 角色。',
    'This login may not write to the ledger: grant it the role ledger_writer.'
  ),
  '3F000': say(
    '数据库里没有台账：请先运行 npm run ledger -- migrate。',
    'There is no ledger in this database: run npm run ledger -- migrate first.'
  ),
  '42P01': say(
    '数据库里没有台账或版本过旧：请先运行 npm run ledger -- migrate。',
    'There is no ledger in this database, or an old one: run npm run ledger -- migrate first.'
  ),
  '40001': say('同时有另一次写入：请重试。', 'Another write came in between: try again.'),
  '40P01': say('同时有另一次写入：请重试。', 'Another write came in between: try again.'),
  '53100': say('数据库磁盘已满：请腾出空间后重试。', "The database's disk is full: free some space and try again."),
  '28P01': say(
    '数据库不接受用户名或密码：请检查 DATABASE_URL。',
    'The database refuses the user name or the password: check DATABASE_URL.'
  ),
  '28000': say(
    '数据库不接受此用户以此方式连接：若要求 TLS，请在 DATABASE_URL 末尾加 ?sslmode=verify-full，否则请修改其 pg_hba.conf。',
    'The database refuses this user over this kind of connection: where it asks for TLS add ?sslmode=verify-full to DATABASE_URL, else amend its pg_hba.conf.'
  ),
  '3D000': say(
    '没有这个数据库：请先创建，或更正 DATABASE_URL。',
    'There is no such database: create it, or correct DATABASE_URL.'
  ),
  ECONNREFUSED: say(
    '该地址没有数据库应答：请检查 DATABASE_URL 的主机与端口，以及服务器是否已启动。',
    'No database answers at that address: check host and port in DATABASE_URL, and that the server runs.'
  ),
  ENOTFOUND: say(
    '找不到数据库主机：请检查 DATABASE_URL 的主机名。',
    'The database host is unknown: check the host in DATABASE_URL.'
  ),
  ETIMEDOUT: say(
    '连接数据库超时：请检查网络与 DATABASE_URL 的主机。',
    'The database did not answer in time: check the network and the host in DATABASE_URL.'
  ),
  ERR_TLS_CERT_ALTNAME_INVALID: say(
    '数据库的证书属于另一个名称：请在 DATABASE_URL 中使用其 subjectAltName 所列的主机名。',
    "The database's certificate is for another name: give in DATABASE_URL a host that its subjectAltName lists."
  ),
  CERT_HAS_EXPIRED: say(
    '数据库的证书已过期：请让其管理员更换。',
    "The database's certificate has expired: have its administrator renew it."
  ),
  ...Object.fromEntries(
    // Node's names for a chain that does not end at an authority that it knows.
    [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ].map((code) => [
      code,
      say(
        '数据库的证书由未知机构签发：请在 DATABASE_URL 中加 sslrootcert=ca.pem，指向该机构的 PEM 文件。',
        "The database's certificate is signed by an unknown authority: add sslrootcert=ca.pem to DATABASE_URL, the PEM of that authority."
      ),
    ])
  ),
  '57014': say('写入被取消或超时：请重试。', 'The import was cancelled or took too long: try again.'),
};

interface DatabaseError {
  code?: string;
  constraint?: string;
  table?: string;
  detail?: string;
  message: string;
}

/** One sentence for an error of the database or of the way to it; undefined for any other error. */
export function sentenceOf(error: unknown): Sentence | undefined {
  const { code, constraint, table, detail, message } = error as DatabaseError;
  const known = CONSTRAINTS[constraint ?? ''] ?? CODES[code ?? ''];
  if (known) {
    return known;
  }
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) {
    return undefined;
  }
  const what = [table, constraint].filter(Boolean).join('.');
  const why = (detail ?? message).replace(/[.。]$/, '');
  return say(
    `数据库拒绝了${what ? `“${what}”` : '数据'}（${why}）：请改正相应的行后重新导入。`,
    `The database refused ${what || 'the data'} (${why}): correct the row and import again.`
  );
}
