/** Names of the contact properties that this app writes. None is a name that HubSpot's own Zoom integration uses. */
export const contactPropertyNames = {
  email: 'email',
  firstName: 'firstname',
  lastName: 'lastname',
  averagePercentage: 'zwh_average_attendance_percentage',
  lastRegisteredWebinar: 'zwh_last_registered_webinar',
  registrationCount: 'zwh_registration_count',
  attendedWebinarCount: 'zwh_attended_webinar_count',
  attendedSessionCount: 'zwh_attended_session_count',
  nextWebinarName: 'zwh_next_webinar_name',
  nextWebinarStartsAt: 'zwh_next_webinar_starts_at',
  nextWebinarJoinUrl: 'zwh_next_webinar_join_url',
  history: 'zwh_history',
} as const;
