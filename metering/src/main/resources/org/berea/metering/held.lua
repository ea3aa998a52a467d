-- KEYS: slot. ARGV: what the ids of the holder's grants begin with.
local held = 0
local fields = redis.call('HGETALL', KEYS[1])
for i = 1, #fields, 2 do
  if string.sub(fields[i], 1, #ARGV[1]) == ARGV[1] then
    held = held + tonumber(fields[i + 1])
  end
end
return {held}
