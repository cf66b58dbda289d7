import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { newId, type EvaluationId } from '../../../platform/ids';
import type { GroupMember, GroupRefusal } from '../domain';
import type { WorkshopRoutesNeeds } from '../routes';
import { sendStaffPage } from '../staff-page';
import { leaveForm, memberForm } from './inputs';
import { formOfMember, presentMember, type MemberState } from './present-member';
import { memberNotFound } from './problems';
import { readMember, type MemberFaults } from './read-member';

type Handler = RequestHandler<{ id: string }>;
type MemberHandler = RequestHandler<{ id: string; osoba: string }>;

const evaluationIn = ({ workshop }: WorkshopRoutesNeeds, req: Request<{ id: string }>) =>
  workshop.readEvaluation(req.params.id as EvaluationId);

const sendMember = (
  req: Request,
  res: Response,
  state: Omit<MemberState, 'evaluation'> & { readonly evaluation: Parameters<typeof sendStaffPage>[2] },
): void => {
  const translator = translatorOf(req);
  const page = presentMember(state, translator);
  const isRefused = page.errors.length > 0 || page.conflict !== null;
  sendStaffPage(req, res, state.evaluation, {
    view: 'workshop/group-member',
    sheets: ['/css/group.css'],
    title: isRefused ? translator.t('layout:errorTitle', { title: page.title }) : page.title,
    status: page.conflict !== null ? 409 : isRefused ? 400 : 200,
    model: { page },
  });
};

export const showNewMember =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const evaluation = await evaluationIn(needs, req);
    const today = needs.workshop.groups.today();
    const form = { ...parseInput(memberForm, {}), id: newId(), glos: '1' as const, od: today };
    sendMember(req, res, { evaluation, member: null, form, faults: {}, isOvertaken: false, today });
  };

export const takeNewMember =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const evaluation = await evaluationIn(needs, req);
    const { groups } = needs.workshop;
    const form = parseInput(memberForm, req.body);
    const { draft, faults } = readMember(form, evaluation);
    const refuse = (found: MemberFaults): void => {
      const state = { member: null, form, faults: found, isOvertaken: false, today: groups.today() };
      sendMember(req, res, { evaluation, ...state });
    };
    if (Object.keys(faults).length > 0) {
      refuse(faults);
      return;
    }
    const added = await groups.addMembers(evaluation, [draft]);
    if (typeof added === 'string') refuse({ imie: added });
    else if (added.known.length > 0) refuse({ imie: 'twice' });
    else res.redirect(303, `/badania/${evaluation.id}/warsztat/grupa?dodano=1`);
  };

/** @throws Problem `group.member-not-found` */
const memberIn = async (
  { workshop }: WorkshopRoutesNeeds,
  evaluation: Awaited<ReturnType<typeof evaluationIn>>,
  id: string,
): Promise<GroupMember> => {
  const member = (await workshop.groups.readGroup(evaluation)).members.find((one) => one.id === id);
  if (member === undefined) throw memberNotFound();
  return member;
};

export const showMember =
  (needs: WorkshopRoutesNeeds): MemberHandler =>
  async (req, res) => {
    const evaluation = await evaluationIn(needs, req);
    const member = await memberIn(needs, evaluation, req.params.osoba);
    const form = formOfMember(member, evaluation);
    const today = needs.workshop.groups.today();
    sendMember(req, res, { evaluation, member, form, faults: {}, isOvertaken: false, today });
  };

export const changeMember =
  (needs: WorkshopRoutesNeeds): MemberHandler =>
  async (req, res) => {
    const form = { ...parseInput(memberForm, req.body), id: req.params.osoba };
    await save(needs, req, res, form);
  };

/** A member who leaves stays on the list of those who were there. */
export const leave =
  (needs: WorkshopRoutesNeeds): MemberHandler =>
  async (req, res) => {
    const evaluation = await evaluationIn(needs, req);
    const { dzien, wersja } = parseInput(leaveForm, req.body);
    const member = await memberIn(needs, evaluation, req.params.osoba);
    await save(needs, req, res, { ...formOfMember(member, evaluation), do: dzien === '' ? '-' : dzien, wersja });
  };

const save = async (
  needs: WorkshopRoutesNeeds,
  req: Request<{ id: string; osoba: string }>,
  res: Response,
  form: ReturnType<typeof formOfMember>,
): Promise<void> => {
  const evaluation = await evaluationIn(needs, req);
  const { groups } = needs.workshop;
  const { draft, faults } = readMember(form, evaluation);
  const member = await memberIn(needs, evaluation, req.params.osoba);
  const today = groups.today();
  if (Object.keys(faults).length > 0) {
    sendMember(req, res, { evaluation, member, form, faults, isOvertaken: false, today });
    return;
  }
  const changed = await groups.changeMember(evaluation, form.wersja, draft);
  if (typeof changed === 'string') {
    const now = await memberIn(needs, evaluation, req.params.osoba);
    sendMember(req, res, { evaluation, member: now, form, ...refusalOf(changed), today });
    return;
  }
  res.redirect(303, `/badania/${evaluation.id}/warsztat/grupa?zapisano=1`);
};

const refusalOf = (refusal: GroupRefusal): Pick<MemberState, 'faults' | 'isOvertaken'> =>
  refusal === 'overtaken' ? { faults: {}, isOvertaken: true } : { faults: { imie: refusal }, isOvertaken: false };
