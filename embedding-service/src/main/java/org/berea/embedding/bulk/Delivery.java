package org.berea.embedding.bulk;

import java.util.List;

/** What became of a parcel at all instances together. */
sealed interface Delivery {
    /** At least one has it; the others will ask. */
    record Done() implements Delivery {}

    /** All that answered refuse it for good. */
    record Refused(String why) implements Delivery {}

    /** None has it, and some may still take it. */
    record Failed(Throwable why) implements Delivery {}

    /** One that took it is enough; one that was missed may still take it. */
    static Delivery of(List<Receipt> receipts) {
        Delivery worst = new Refused("no instance of search is known");
        for (Receipt receipt : receipts) {
            switch (receipt) {
                case Receipt.Taken _ -> {
                    return new Done();
                }
                case Receipt.Missed(Throwable why) -> worst = new Failed(why);
                case Receipt.Refused(String why) ->
                        worst = worst instanceof Failed ? worst : new Refused(why);
            }
        }
        return worst;
    }
}
