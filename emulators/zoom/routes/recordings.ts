import { json } from '../../core/operation.ts';
import { isWithin, readMonth } from '../date-range.ts';
import type { Instance, ZoomUser } from '../entities.ts';
import { issueDownloadToken } from '../download-token.ts';
import { refusals } from '../errors.ts';
import { findEndedInstance } from '../lookup.ts';
import { pageFields, readPage, rowsOfPage } from '../paging.ts';
import { booleanParameter, choiceParameter, integerParameter, textParameter } from '../parameters.ts';
import { isProcessing, shownRecording, transcriptOfCompanion } from '../recording.ts';
import { toRecordingAnswer, toTranscriptAnswer } from '../recording-formatters.ts';
import { findUser, type ZoomWorld } from '../world.ts';
import { dayMs, utcDay } from '../zoom-time.ts';
import { requirePaidAccount } from './reports.ts';
import type { Route } from './route.ts';

const downloadTokenSecondsMax = 604_800;
const downloadTokenSecondsDefault = 3_600;

/** Whether a host is shown the recording at all, however far Zoom has got with it. */
function isListed(world: ZoomWorld, instance: Instance, now: number): boolean {
  const recording = shownRecording(instance, now);
  if (recording === null) return false;
  return world.switches.processingRecording === 'listed' || !isProcessing(instance, recording, now);
}

const getRecording: Route = {
  id: 'recordings.get',
  method: 'GET',
  path: '/meetings/:meetingId/recordings',
  handle(context) {
    const { world, account, call, now } = context;
    const instance = findEndedInstance(world, call.params['meetingId'] ?? '');
    if (instance !== undefined && instance.webinar.account !== account) {
      throw refusals.recordingOfAnotherAccount(account.accountId);
    }
    const recording = instance?.recording ?? null;
    if (instance === undefined || recording === null || !isListed(world, instance, now)) throw refusals.noRecording();
    const wantsToken = choiceParameter(call.query, 'include_fields', ['download_access_token']) !== null;
    const ttlSeconds = integerParameter(call.query, 'ttl', { minimum: 0, maximum: downloadTokenSecondsMax });
    return json(200, {
      ...toRecordingAnswer(world, instance, recording, now),
      ...(recording.password === null ? {} : { password: recording.password }),
      participant_audio_files: [],
      ...(wantsToken
        ? { download_access_token: issueDownloadToken(world, instance, ttlSeconds ?? downloadTokenSecondsDefault) }
        : {}),
    });
  },
};

const newestFirst = (left: Instance, right: Instance): number =>
  Date.parse(right.startTime) - Date.parse(left.startTime) || left.uuid.localeCompare(right.uuid);

const listUserRecordings: Route = {
  id: 'recordings.list',
  method: 'GET',
  path: '/users/:userId/recordings',
  handle(context) {
    const { world, account, call, now } = context;
    requirePaidAccount(account);
    const userId = call.params['userId'] ?? '';
    const user = findUser(account, userId);
    if (user === undefined) throw refusals.recordingUserDoesNotExist(userId);
    const from = textParameter(call.query, 'from') ?? utcDay(now);
    const to = textParameter(call.query, 'to') ?? utcDay(Math.max(now, Date.parse(from) || 0) + dayMs);
    const range = readMonth(call.query, { from, to });
    const isTrash = booleanParameter(call.query, 'trash') ?? false;
    const trashType = choiceParameter(call.query, 'trash_type', ['meeting_recordings', 'recording_file']);
    const meetingId = integerParameter(call.query, 'meeting_id', { minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
    const page = readPage(world, account, call, { pageSizeMax: 300 });

    const found = isTrash
      ? // Dates do not narrow the trash, and no file is thrown away on its own here.
        recordedBy(user).filter(({ recording }) => recording?.state === 'trashed' && trashType !== 'recording_file')
      : recordedBy(user).filter((instance) => isWithin(instance.startTime, range) && isListed(world, instance, now));
    const instances = found.filter(({ webinar }) => meetingId === null || webinar.id === meetingId).sort(newestFirst);
    if (instances.length === 0 && world.switches.noRecordings === 'not-found') throw refusals.noRecordingInList();
    return json(200, {
      from,
      to,
      ...pageFields(world, page, instances.length),
      meetings: rowsOfPage(instances, page).flatMap((instance) =>
        instance.recording === null ? [] : [toRecordingAnswer(world, instance, instance.recording, now)],
      ),
    });
  },
};

const recordedBy = (user: ZoomUser): Instance[] =>
  user.webinars.flatMap(({ instances }) => instances.filter(({ recording }) => recording !== null));

const getTranscript: Route = {
  id: 'transcript.get',
  method: 'GET',
  path: '/meetings/:meetingId/transcript',
  handle({ world, account, call, now }) {
    const instance = findEndedInstance(world, call.params['meetingId'] ?? '');
    const transcript = instance === undefined ? null : transcriptOfCompanion(instance);
    if (instance?.webinar.account !== account || transcript === null) throw refusals.transcriptDoesNotExist();
    return json(200, toTranscriptAnswer(world, instance, transcript, now));
  },
};

export const recordingRoutes: readonly Route[] = [getRecording, listUserRecordings, getTranscript];
