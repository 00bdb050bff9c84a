/** What follows from the three numbers of one proxy over a span of time. */
export const proxyInsights = ['meanDuration', 'bytesPerAccess', 'bytesPerConnection'] as const;
export type ProxyInsight = (typeof proxyInsights)[number];

/** What follows from those of several. */
export const groupInsights = ['share', 'balance'] as const;
export type GroupInsight = (typeof groupInsights)[number];
