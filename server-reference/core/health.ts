/** Whether requests can be answered, for load balancers and whoever watches. */
export interface Health {
  /** `degraded`: requests are answered, but each process counts limits by itself. `down`: keys cannot be verified. */
  status: 'ok' | 'degraded' | 'down'
  store: 'ok' | 'down'
  /** `down`: a limiter that would rather refuse than count alone is out of reach of what it shares. */
  limits: 'ok' | 'degraded' | 'down'
}
