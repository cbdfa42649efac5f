//! A machine of a size that large ones have: the life of an order, in 30 states.

use steadfast::prelude::*;

use super::{Do, secs};

#[derive(Clone, Debug, StateVariant)]
pub(crate) enum Order {
    Draft,
    Submitted,
    CheckingStock,
    CheckingAddress,
    CheckingFraud,
    OnHold { since: u32 },
    AwaitingPayment { attempt: u32 },
    Authorizing { attempt: u32 },
    Authorized,
    Capturing { attempt: u32 },
    PaymentDue,
    Allocating,
    Backordered,
    Picking,
    Packing,
    Labelling,
    ReadyToShip,
    HandedOver,
    InTransit,
    AtCustoms,
    OutForDelivery { attempt: u32 },
    DeliveryMissed { attempt: u32 },
    Delivered,
    ReturnRequested,
    ReturnInTransit,
    Inspecting,
    Refunding,
    Completed,
    Cancelled,
    Lost(String),
}

#[derive(Debug, EventVariant)]
pub(crate) enum Event {
    Submit,
    InStock,
    OutOfStock,
    AddressFine,
    AddressBad(String),
    Score(u32),
    Release,
    Pay,
    Accepted,
    Declined(String),
    Captured,
    Allocated,
    Restocked,
    Picked,
    Packed,
    Labelled,
    Collected,
    Scanned,
    Seized,
    Cleared,
    Attempted { delivered: bool },
    Return,
    Arrived,
    Approved,
    Refused,
    Refunded,
    Close,
    Cancel,
    Error(String),
}

pub(crate) struct Shop {
    risk: u32,
    attempts: u32,
    customs: bool,
}

fsm! {
    /// The life of an order, from the cart to the end of its guarantee.
    pub(crate) struct OrderMachine;

    state: Order;
    event: Event;
    context: Shop;
    action: Do;
    initial: Draft;
    error: Event::Error;
    stop: Event::Close;

    unhandled => reject;

    state Draft {
        on Submit => Submitted do [Say("order received")];
    }

    superstate Checking {
        timeout secs(3600) => OnHold { since: 0 };
        state Submitted { on InStock => CheckingAddress; on OutOfStock => CheckingStock; }
        state CheckingStock { every secs(60) => stay do [Say("ask the stock")]; on InStock => CheckingAddress; }
        state CheckingAddress { on AddressFine => CheckingFraud; on AddressBad(_) => OnHold { since: 1 }; }
        state CheckingFraud: Ignore {
            on Score(score) if score > context.risk => OnHold { since: 2 } do [Say("looks strange")];
            on Score(_) => AwaitingPayment { attempt: 1 };
        }
        state OnHold { since } {
            on Release if *since == 0 => Submitted;
            on Release => AwaitingPayment { attempt: 1 };
        }
        on Cancel => Cancelled;
    }

    superstate Paying {
        state AwaitingPayment { attempt } {
            timeout secs(900) => Cancelled do [Say("not paid")];
            on Pay => Authorizing { attempt: *attempt };
        }
        state Authorizing { attempt }: Race {
            on Accepted => Authorized;
            on Declined(_) if *attempt >= context.attempts => Cancelled do [Say("declined")];
            on Declined(why) => AwaitingPayment { attempt: *attempt + 1 } do [Tell(why)];
        }
        state Authorized { on Captured => stay; on InStock => Capturing { attempt: 1 }; on Pay => Capturing { attempt: 1 }; }
        state Capturing { attempt }: Race {
            on Captured => Allocating;
            on Declined(_) if *attempt >= context.attempts => PaymentDue;
            on Declined(_) => Capturing { attempt: *attempt + 1 };
        }
        state PaymentDue { on Pay => Capturing { attempt: 1 }; timeout secs(86_400) => Cancelled; }
        on Cancel => Cancelled do [Say("payment void")];
    }

    superstate Warehouse {
        on_entry do [Say("to the warehouse")];
        on_exit do [Say("left the warehouse")];
        state Allocating { on Allocated => Picking; on OutOfStock => Backordered; }
        state Backordered { on Restocked => Allocating; on Cancel => Refunding; }
        state Picking: Poll { on Picked => Packing; on OutOfStock => Backordered; }
        state Packing { on Packed => Labelling; }
        state Labelling { on Labelled => ReadyToShip; on AddressBad(_) => stay do [Say("print again")]; }
        state ReadyToShip { on Collected => HandedOver do [Say("on its way")]; }
        on Cancel => Refunding;
    }

    superstate Shipping {
        timeout secs(1_209_600) => Lost("in the post".into());
        state HandedOver { on Scanned if context.customs => AtCustoms; on Scanned => InTransit; }
        superstate OnTheRoad {
            state InTransit { on Scanned => OutForDelivery { attempt: 1 }; }
            state AtCustoms { on Cleared => InTransit; on Seized => Lost("customs".into()); }
        }
        state OutForDelivery { attempt } {
            on Attempted { delivered: true } => Delivered do [Say("delivered")];
            on Attempted { delivered: false } => DeliveryMissed { attempt: *attempt };
        }
        state DeliveryMissed { attempt } {
            on Scanned if *attempt < 3 => OutForDelivery { attempt: *attempt + 1 };
            on Scanned => ReturnInTransit;
        }
        on Cancel => postpone;
    }

    state Delivered {
        timeout secs(2_592_000) => Completed;
        on Return => ReturnRequested;
        on Cancel => ReturnRequested;
    }

    superstate Returning {
        state ReturnRequested { on Collected => ReturnInTransit; timeout secs(1_209_600) => Completed; }
        state ReturnInTransit { on Arrived => Inspecting; }
        state Inspecting { on Approved => Refunding; on Refused => Completed do [Say("no refund")]; }
        state Refunding: Race { on Refunded => Cancelled do [Say("refunded")]; }
        on Cancel => stay;
    }

    any {
        on Close => Cancelled;
        on Error(why) => Lost(why);
    }

    terminal state Completed;
    terminal state Cancelled;
    failure state Lost;
}
