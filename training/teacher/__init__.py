"""The teacher: arrangement rules, functional groups and simulated annealing that write synthetic layouts."""
