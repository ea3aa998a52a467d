-- KEYS: slot, mark of a settled grant. ARGV: grant, amount, limit, seconds to keep the slot.
-- A grant that was already given back (its caller had left) must not be taken late.
local used = tonumber(redis.call('HGET', KEYS[1], 'used') or '0')
local reserved = tonumber(redis.call('HGET', KEYS[1], 'reserved') or '0')
local amount = tonumber(ARGV[2])
if redis.call('EXISTS', KEYS[2]) == 1 or used + reserved + amount > tonumber(ARGV[3]) then
  return {0, used, reserved}
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HINCRBY', KEYS[1], 'reserved', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return {1, used, reserved + amount}
