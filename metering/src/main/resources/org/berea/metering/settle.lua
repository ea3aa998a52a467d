-- KEYS: slot, mark of a settled grant. ARGV: grant, actual, seconds to keep the slot and the mark.
-- The mark makes it idempotent; a grant that the store has lost is still booked.
if redis.call('SET', KEYS[2], '1', 'NX', 'EX', ARGV[4]) then
  local amount = redis.call('HGET', KEYS[1], ARGV[1])
  if amount then
    redis.call('HDEL', KEYS[1], ARGV[1])
    redis.call('HINCRBY', KEYS[1], 'reserved', 0 - tonumber(amount))
  end
  redis.call('HINCRBY', KEYS[1], 'used', ARGV[2])
  redis.call('EXPIRE', KEYS[1], ARGV[3])
end
return {
  tonumber(redis.call('HGET', KEYS[1], 'used') or '0'),
  tonumber(redis.call('HGET', KEYS[1], 'reserved') or '0')
}
