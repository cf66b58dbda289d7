import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { oneLine, type Mailbox } from '../../../platform/mail';
import type { Meeting } from '../domain';

export interface CalendarWords {
  /** PUBLISH is a file for oneself: nobody is asked for an answer. */
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** Grows with every change, so that calendars know which file is newer. */
  readonly sequence: number;
  readonly description: string;
  readonly organizer: Mailbox | null;
  /** Only the one who gets the file: nobody learns the addresses of others. */
  readonly attendee: Mailbox | null;
  readonly stamp: Date;
}

const ZONE = 'Europe/Warsaw';
/** Rules of Polish time since 1996, for calendars that do not know the zone by its name. */
const RULES = `BEGIN:VTIMEZONE
TZID:${ZONE}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

/** The same for all editions of an invitation: calendars change the entry that they have. */
const uidOf = ({ id }: Pick<Meeting, 'id'>): string => `spotkanie-${id}@ewaluacja-es`;

const METHODS = {
  REQUEST: ICalCalendarMethod.REQUEST,
  CANCEL: ICalCalendarMethod.CANCEL,
  PUBLISH: ICalCalendarMethod.PUBLISH,
};

/** A meeting as calendars read it. */
export const calendarOf = (meeting: Meeting, words: CalendarWords): string => {
  const { method, sequence, description, organizer, attendee, stamp } = words;
  const calendar = ical({
    prodId: { company: 'Ewaluacja ES', product: 'Grupa tematyczna', language: 'PL' },
    method: METHODS[method],
    timezone: { name: null, generator: () => RULES },
  });
  const event = calendar.createEvent({
    id: uidOf(meeting),
    sequence,
    stamp,
    timezone: ZONE,
    start: clockTime(meeting.day, meeting.from),
    // An end that is not after its start is none.
    end: padded(meeting.to) > padded(meeting.from) ? clockTime(meeting.day, meeting.to) : null,
    summary: oneLine(meeting.title),
    location: oneLine(meeting.place) === '' ? null : oneLine(meeting.place),
    description,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (organizer !== null) event.organizer({ name: oneLine(organizer.name), email: organizer.address });
  if (attendee !== null)
    event.createAttendee({ name: oneLine(attendee.name), email: attendee.address, rsvp: method === 'REQUEST' });
  return calendar.toString();
};

const padded = (time: string): string => time.padStart('00:00'.length, '0');

/** What the clock on the wall shows; the zone stands beside it. */
const clockTime = (day: string, time: string): string => `${day}T${padded(time)}:00`;
