-- KEYS: slot.
return {
  tonumber(redis.call('HGET', KEYS[1], 'used') or '0'),
  tonumber(redis.call('HGET', KEYS[1], 'reserved') or '0')
}
