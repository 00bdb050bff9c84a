/** Between two values of `app.heartbeat`, milliseconds. */
export const heartbeatMs = 2000;
