//! The plant's supervisors, as `#[supervisor]` writes them.

use steadfast::prelude::*;

use super::plant::{Order, Phase, PlantDispatch, PlantMachine, Script, World};

#[supervisor(PlantMachine)]
pub struct Worker {
    pub script: Script,
}

impl PlantDispatch for Worker {
    async fn polling(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.script.next(world).await
    }

    async fn ignoring(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.script.next(world).await
    }

    async fn racing(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.script.next(world).await
    }
}

#[supervisor(PlantMachine, handler = Script)]
pub struct Foreman {
    pub handler: Script,
}

impl PlantDispatch for Foreman {
    async fn polling(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.handler.next(world).await
    }

    async fn ignoring(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.handler.next(world).await
    }

    async fn racing(&mut self, _: &Phase, world: &mut World) -> Next<Order> {
        self.handler.next(world).await
    }
}
