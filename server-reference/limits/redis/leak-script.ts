/**
 * The rule of `gcra.ts` where the counts are: one call decides about all of a request's buckets, and nobody comes in
 * between. It answers two entries for each bucket: whether one more request is let in (1 or 0), and the level.
 *
 * A bucket is kept as `<milliseconds since the epoch> <level>` until it has drained. KEYS: the buckets. ARGV: the
 * time in milliseconds, or empty for Redis' own; 1 to take, 0 to look; how long a drained bucket is still kept, in
 * milliseconds; then `intervalMs` and `fullLevel` of each bucket.
 */
export const leakScript = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + time[2] / 1000
end
local function keep(key, level, interval)
  local drained = math.ceil(level * interval) + tonumber(ARGV[3])
  redis.call('SET', key, string.format('%.17g %.17g', now, level), 'PX', string.format('%d', math.max(1, drained)))
end
local answer, isAllowed = {}, true
for index, key in ipairs(KEYS) do
  local interval, full = tonumber(ARGV[2 + 2 * index]), tonumber(ARGV[3 + 2 * index])
  local level = 0
  local at, kept = string.match(redis.call('GET', key) or '', '^(%S+) (%S+)$')
  at, kept = tonumber(at), tonumber(kept)
  if at and kept then
    level = math.max(0, math.min(kept, full) - math.max(0, now - at) / interval)
    -- The clock was set back: a full bucket must drain from now on, not once the clock has caught up.
    if now < at then keep(key, level, interval) end
  end
  local allowed = level + 1 <= full
  isAllowed = isAllowed and allowed
  answer[2 * index - 1] = allowed and 1 or 0
  answer[2 * index] = string.format('%.17g', allowed and level + 1 or level)
end
if isAllowed and ARGV[2] == '1' then
  for index, key in ipairs(KEYS) do
    keep(key, tonumber(answer[2 * index]), tonumber(ARGV[2 + 2 * index]))
  end
end
return answer
`
