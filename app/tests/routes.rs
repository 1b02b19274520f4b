//! Every address stands in `routes.txt`, with how it is asked and as which action.

#[test]
fn every_address_stands_in_the_list_and_the_list_has_no_other() {
    let slices = [
        founding::SLICE.routes,
        identity::SLICE.routes,
        observatory::SLICE.routes,
        register::SLICE.routes,
        reminders::SLICE.routes,
        roll::SLICE.routes,
    ];
    let mut served: Vec<_> = web::ROUTES.iter().chain(slices.into_iter().flatten()).copied().collect();
    served.sort_unstable();
    let served: Vec<_> =
        served.iter().map(|route| format!("{} {} {}", route.method, route.address, route.action)).collect();
    let listed: Vec<&str> = include_str!("../routes.txt").lines().collect();
    assert_eq!(served, listed);
}
