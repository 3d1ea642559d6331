import { sql } from 'kysely';
import type { AnswerValue } from '../core/answer.ts';
import type { CalendarChoices } from '../core/calendar/whose.ts';
import type {
  Contribution,
  ContributionState,
  Evaluation,
  HowKept,
  Member,
  Pace,
  Pending,
  PendingKind,
  QuestionState,
  Status,
} from '../core/evaluation/evaluation.ts';
import type { Language } from '../core/language.ts';
import type { Group, Path } from '../core/method.ts';
import { NotFound } from '../core/errors.ts';
import type { Tx } from './database.ts';
import { nudgingFrom, nudgingJson, type NudgingJson } from './nudging-json.ts';
import { sendAlong } from './pipelined.ts';

/** The evaluation, held until the transaction ends: turns of one team come one after the other. */
export async function lockEvaluation(tx: Tx, id: string): Promise<Evaluation> {
  await sendAlong(() => sql`select from evaluations where id = ${id} for update`.execute(tx));
  return getEvaluation(tx, id);
}

interface Json {
  state: Evaluation['state'];
  method_version: string;
  path: Path;
  structure_group: Group;
  language: Language;
  pace: Pace;
  carrier_id: string | null;
  relay_id: string | null;
  open_question: string | null;
  paused_until: Date | null;
  muted: boolean;
  hears_everything: boolean;
  model: string | null;
  version: number;
  started_at: Date;
  last_sign_at: Date;
  structure_id: string;
  name: string;
  territory: string;
  time_zone: string;
  members:
    | {
        person_id: string;
        role: Member['role'];
        last_spoke_at: string | null;
        name: string;
        language: Language | null;
        time_zone: string | null;
        calendar: CalendarChoices;
      }[]
    | null;
  states: StateJson[] | null;
  contributions: ContributionJson[] | null;
  pendings:
    | { id: string; person_id: string; question_id: string | null; kind: string; payload: object; added_at: string }[]
    | null;
  accompanied: boolean;
  shared: boolean;
  accompaniers: { person_id: string; name: string; is_now: boolean; has_desk: boolean }[] | null;
  has_texts: boolean;
  approved_texts: { output: string; questions: string[] | null }[] | null;
  mirrors: string[] | null;
  calendar: CalendarChoices;
  nudging: NudgingJson | null;
}

interface StateJson {
  question_id: string;
  status: Status;
  recheck: boolean;
  recheck_because: string | null;
  attempts: number;
  reason: string | null;
  quorum: number | null;
  version: number;
  asked_at: string | null;
  versions: number;
  answer: AnswerJson | null;
  previous: AnswerJson | null;
}

interface AnswerJson {
  version: number;
  how: HowKept;
  value: AnswerValue;
  made_at: string;
  authors: string[] | null;
}

interface ContributionJson {
  id: string;
  question_id: string;
  person_id: string;
  state: ContributionState;
  version: number;
  text: string;
  value: AnswerValue | null;
  added_at: string;
  changed_at: string;
}

const answerJson = (wanted: ReturnType<typeof sql>) => sql`(
  select json_build_object('version', v.version, 'how', v.how, 'value', v.value, 'made_at', v.made_at, 'authors', (
    select json_agg(person_id order by first_at) from (
      select vises_who(c.person_id) as person_id, min(c.added_at) as first_at from answer_sources s join contributions c on c.id = s.contribution_id
      where s.evaluation_id = v.evaluation_id and s.question_id = v.question_id and s.answer_version = v.version group by 1) as author))
  from answer_versions v
  where v.evaluation_id = q.evaluation_id and v.question_id = q.question_id and ${wanted}
  order by v.version desc limit 1)`;

/** Everything of one evaluation that a turn may need, in one round trip. */
export async function getEvaluation(tx: Tx, id: string): Promise<Evaluation> {
  const { rows } = await sql<Json>`
    select e.state, e.method_version, e.path, e.structure_group, e.language, e.pace, e.carrier_id, e.relay_id, e.open_question, e.paused_until,
      e.muted, e.hears_everything, case when e.model_on then e.model_agreed end as model, e.version, e.started_at, e.last_sign_at, e.structure_id, st.name, st.territory, st.time_zone, st.calendar,
      (select json_agg(json_build_object('person_id', m.person_id, 'role', case when p.guest then 'guest' else m.role end, 'last_spoke_at', m.last_spoke_at, 'name', p.name, 'language', p.language, 'time_zone', p.time_zone, 'calendar', p.calendar) order by m.from_at, m.person_id)
         from members m join people p on p.id = m.person_id where m.structure_id = e.structure_id and m.until_at is null) as members,
      (select json_agg(json_build_object('question_id', q.question_id, 'status', q.status, 'recheck', q.recheck, 'recheck_because', q.recheck_because,
           'attempts', q.attempts, 'reason', q.reason, 'quorum', q.quorum, 'version', q.version, 'asked_at', q.asked_at,
           'versions', (select coalesce(max(v.version), 0) from answer_versions v where v.evaluation_id = q.evaluation_id and v.question_id = q.question_id),
           'answer', ${answerJson(sql`v.version = q.answer_version`)}, 'previous', ${answerJson(sql`v.version < q.answer_version`)}))
         from question_states q where q.evaluation_id = e.id) as states,
      (select json_agg(json_build_object('id', c.id, 'question_id', c.question_id, 'person_id', vises_who(c.person_id), 'state', c.state, 'version', c.version,
           'text', v.text, 'value', v.value, 'added_at', c.added_at, 'changed_at', c.changed_at) order by c.added_at, c.id)
         from contributions c join contribution_versions v on v.contribution_id = c.id and v.version = c.version where c.evaluation_id = e.id) as contributions,
      (select json_agg(json_build_object('id', w.id, 'person_id', w.person_id, 'question_id', w.question_id, 'kind', w.kind, 'payload', w.payload, 'added_at', w.added_at) order by w.added_at, w.id)
         from pendings w where w.evaluation_id = e.id) as pendings,
      exists (select from accompaniments a where a.structure_id = e.structure_id and a.until_at is null) as accompanied,
      exists (select from grants g where g.evaluation_id = e.id and g.kind = 'content' and g.until_at is null) as shared,
      (select json_agg(json_build_object('person_id', a.person_id, 'name', p.name, 'is_now', a.until_at is null, 'has_desk', exists (select from desks k where k.person_id = a.person_id)) order by a.from_at, a.id)
         from accompaniments a join people p on p.id = a.person_id where a.structure_id = e.structure_id) as accompaniers,
      exists (select from drafts d where d.evaluation_id = e.id and d.state <> 'recalled') as has_texts,
      (select json_agg(json_build_object('output', d.output_id, 'questions',
           (select json_agg(distinct s.question_id) from supports s where s.draft_id = d.id and s.version = d.version)))
         from drafts d where d.evaluation_id = e.id and d.state = 'approved') as approved_texts,
      (select array_agg(c.id::text order by c.created_at, c.id) from channels c
         where c.evaluation_id = e.id and c.kind = 'team' and c.role = 'mirror' and c.parked_at is null) as mirrors,
      ${nudgingJson} as nudging
    from evaluations e join structures st on st.id = e.structure_id where e.id = ${id}`.execute(tx);
  const [row] = rows;
  if (!row) throw new NotFound(`There is no evaluation ${id} that this work may touch.`);
  return fromRow(id, row);
}

function fromRow(id: string, row: Json): Evaluation {
  const contributions = (row.contributions ?? []).map(contributionFrom);
  return {
    id,
    structure: {
      id: row.structure_id,
      name: row.name,
      territory: row.territory,
      timeZone: row.time_zone,
      ...(isSet(row.calendar) && { calendar: row.calendar }),
    },
    methodVersion: row.method_version,
    state: row.state,
    path: row.path,
    group: row.structure_group,
    language: row.language,
    pace: row.pace,
    ...(row.carrier_id && { carrier: row.carrier_id }),
    ...(row.relay_id && { relay: row.relay_id }),
    ...(row.open_question && { openQuestion: row.open_question }),
    ...(row.paused_until && { pausedUntil: row.paused_until }),
    muted: row.muted,
    hearsThreads: row.hears_everything,
    ...(row.model !== null && { agreedModel: row.model }),
    version: row.version,
    startedAt: row.started_at,
    lastSignAt: row.last_sign_at,
    members: (row.members ?? []).map((member) => ({
      person: member.person_id,
      name: member.name,
      language: member.language ?? row.language,
      role: roleOf(member, row),
      ...(member.last_spoke_at && { lastSpokeAt: new Date(member.last_spoke_at) }),
      ...(member.time_zone && { timeZone: member.time_zone }),
      ...(isSet(member.calendar) && { calendar: member.calendar }),
    })),
    states: Object.fromEntries((row.states ?? []).map((state) => [state.question_id, stateFrom(state, contributions)])),
    pendings: (row.pendings ?? []).map((pending) => ({
      id: pending.id,
      person: pending.person_id,
      ...(pending.question_id && { question: pending.question_id }),
      addedAt: new Date(pending.added_at),
      ...({ kind: pending.kind, ...pending.payload } as PendingKind),
    })) satisfies Pending[],
    accompanied: row.accompanied,
    shared: row.shared,
    ...(row.mirrors && { mirrors: row.mirrors }),
    ...(row.accompaniers && { accompaniers: row.accompaniers.map(accompanierFrom) }),
    ...(row.has_texts && { hasTexts: true }),
    ...(row.approved_texts && {
      approvedTexts: row.approved_texts.map(({ output, questions }) => ({ output, questions: questions ?? [] })),
    }),
    ...(row.nudging && { nudging: nudgingFrom(row.nudging) }),
  };
}

const accompanierFrom = ({ person_id, name, is_now, has_desk }: NonNullable<Json['accompaniers']>[number]) => ({
  person: person_id,
  name,
  isNow: is_now,
  hasDesk: has_desk,
});

const isSet = (calendar: CalendarChoices): boolean => Object.keys(calendar).length > 0;

/** Who carries is a fact of the evaluation; being a guest is a fact of the person. */
function roleOf(member: { person_id: string; role: Member['role'] }, row: Json): Member['role'] {
  if (member.person_id === row.carrier_id) return 'carrier';
  if (member.person_id === row.relay_id) return 'relay';
  return member.role === 'guest' ? 'guest' : 'member';
}

function stateFrom(json: StateJson, all: Contribution[]): QuestionState {
  const { answer, previous } = json;
  return {
    status: json.status,
    recheck: json.recheck,
    ...(json.recheck_because && { recheckBecause: json.recheck_because }),
    attempts: json.attempts,
    ...(json.reason && { reason: json.reason }),
    ...(json.quorum && { quorum: json.quorum }),
    version: json.version,
    ...(json.asked_at && { askedAt: new Date(json.asked_at) }),
    answerVersions: json.versions,
    ...(answer && {
      answer: {
        version: answer.version,
        how: answer.how,
        value: answer.value,
        authors: answer.authors ?? [],
        at: new Date(answer.made_at),
        // A first answer comes after none, or after one that was taken back: that one does not come again.
        ...(previous &&
          !['kept', 'started', 'copied'].includes(answer.how) && {
            previous: { value: previous.value, authors: previous.authors ?? [] },
          }),
      },
    }),
    contributions: all.filter((each) => each.question === json.question_id),
  };
}

const contributionFrom = (json: ContributionJson): Contribution => ({
  id: json.id,
  question: json.question_id,
  person: json.person_id,
  state: json.state,
  version: json.version,
  text: json.text,
  ...(json.value && { value: json.value }),
  addedAt: new Date(json.added_at),
  changedAt: new Date(json.changed_at),
});
