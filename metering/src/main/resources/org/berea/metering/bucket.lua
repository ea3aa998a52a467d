-- KEYS: bucket. ARGV: capacity, refill per minute, 1 to take or 0 to look.
-- Counts in sixty-thousandths of a request, as the class Bucket does: all numbers stay whole.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local most = tonumber(ARGV[1]) * 60000
local refill = tonumber(ARGV[2])
local level = tonumber(redis.call('HGET', KEYS[1], 'level') or most)
local at = tonumber(redis.call('HGET', KEYS[1], 'at') or now)
level = math.min(most, level + math.max(0, now - at) * refill)
if ARGV[3] == '0' then
  return {0, level}
end
local taken = 0
if level >= 60000 then
  taken = 1
  level = level - 60000
end
redis.call('HSET', KEYS[1], 'level', level, 'at', now)
redis.call('PEXPIRE', KEYS[1], math.ceil(most / refill) + 60000)
return {taken, level}
