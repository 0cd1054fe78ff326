import { memberAt } from './cast.ts';
import type { Command, Driver, Schedule, WebinarPlan } from './schedule.ts';

/** A schedule in words, one line for each thing that happens. */
export const describeSchedule = ({ world, commands }: Schedule): string =>
  [
    ...world.webinars.map((webinar, index) => `webinar ${index}: ${describeWebinar(webinar)}`),
    `Zoom's pages have ${world.pageRows ?? 'all'} rows, ${world.isNewestFirst ? 'newest' : 'oldest'} first; a call takes ${world.callMs} ms; chance ${world.chance}`,
    `HubSpot: ${Object.values(world.hubspot).join(', ')}`,
    ...commands.map((command, index) => `${index + 1}. ${describeCommand(command)}`),
  ].join('\n');

const describeWebinar = ({ shape, approvesByHand, account }: WebinarPlan): string =>
  `${shape}, in the ${account} account${approvesByHand ? ', the host approves' : ''}`;

const nameOf = (who: number): string => memberAt(who).name;

function describeCommand(command: Command): string {
  switch (command.do) {
    case 'register':
      return `${nameOf(command.who)} (or the next) registers for webinar ${command.webinar}, ${command.daysAgo} days ago, dates ${command.dates.toString(2)}`;
    case 'self-cancel':
    case 'host-cancel':
    case 'decide': {
      const what = command.do === 'decide' ? command.status : command.do;
      return `registrant ${command.who} of webinar ${command.webinar}: ${what}`;
    }
    case 'rename':
      return `registrant ${command.who} of webinar ${command.webinar} gets name ${command.name}`;
    case 'topic':
      return `webinar ${command.webinar} gets topic ${command.topic}`;
    case 'move':
      return `the next date of webinar ${command.webinar} moves by ${command.minutes} minutes`;
    case 'hold':
      return `webinar ${command.webinar} was held on date ${command.date}${command.isDropped ? ', with a drop' : ''}`;
    case 'reopen':
    case 'start':
    case 'end':
      return `${command.do} webinar ${command.webinar}`;
    case 'join': {
      const who = command.isRegistrant ? `registrant ${command.who}` : nameOf(command.who);
      const device = command.isOnSharedDevice ? ' on a shared device' : '';
      return `${who} was in run ${command.instance} of webinar ${command.webinar} from minute ${command.fromMinute} for ${command.minutes}${device}`;
    }
    case 'come':
    case 'go':
      return `${nameOf(command.who)}: ${command.do}, webinar ${command.webinar}`;
    case 'edit-name':
    case 'edit-address':
    case 'archive':
    case 'create':
      return `HubSpot: ${command.do} ${nameOf(command.who)}`;
    case 'merge':
      return `HubSpot: merge ${nameOf(command.who)} into ${nameOf(command.into)}`;
    case 'exclude':
    case 'update-only':
    case 'switch-sync':
      return `settings: ${command.do} ${command.isOn ? 'on' : 'off'}`;
    case 'switch-webinar':
      return `settings: webinar ${command.webinar} ${command.isOn ? 'on' : 'off'}`;
    case 'fault':
      return `${command.vendor}: ${command.mishap} at call ${command.call}, ${command.times} times`;
    case 'weather':
      return `events are lost ${command.lose}, doubled ${command.double}, late and out of order ${command.delay}`;
    case 'wait':
      return `${command.minutes} minutes pass`;
    case 'forge':
      return `a forged event about webinar ${command.webinar}: ${command.flaw}`;
    case 'together':
      return `at the same time: ${command.drivers.map(describeDriver).join('; ')}`;
    default:
      return describeDriver(command);
  }
}

function describeDriver({ do: kind, webinar, who, isWarm, kill, meanwhile }: Driver): string {
  const what = kind === 'person' ? `sync ${nameOf(who)} of webinar ${webinar}` : `${kind} (webinar ${webinar})`;
  const end = kill === null ? '' : `, killed ${kill.moment} call ${kill.call}`;
  const act = meanwhile === null ? '' : `, and before call ${meanwhile.call}: ${describeCommand(meanwhile.act)}`;
  return `${what} in ${isWarm ? 'the warm' : 'a new'} process${end}${act}`;
}
